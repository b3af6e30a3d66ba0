// # この見出しは YAML です。「#」から行末までは説明なので、読んだら消してかまいません。
// title: テーマに取り組む組織
// question: あるテーマに取り組む組織はどれか
// # 実行するときに -p theme=居場所づくり のように渡す値。Cypher では $theme と書きます。
// #   type: string(文字列)、integer(整数)、float(小数)、boolean(はい・いいえ)、date(日付)、strings(文字列の並び)
// #   default: 省いたときの値。この項目を書かないと、必ず渡すパラメーターになります。
// #   values: 渡せる値。[a, b] のような並び、または Collaboration.status や Theme.name のような「ラベル.プロパティ」
// #   least: 数の下限
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: テーマ}
//   limit: {type: integer, default: 20, least: 1, ja: 行数}
// # 答えの列。RETURN … AS の右の名前と、表の見出しに出す言葉です。
// columns:
//   organisation: 組織
//   theme: テーマ
// # 使い方の例に出すパラメーター
// example: {theme: 居場所づくり}
MATCH (member:Organisation)-[:WORKS_ON]->(topic:Theme)
WHERE member.memberUntil IS NULL AND ($theme IS NULL OR topic.name = $theme)
RETURN member.name AS organisation, topic.name AS theme
ORDER BY member.id, topic.id
LIMIT $limit
