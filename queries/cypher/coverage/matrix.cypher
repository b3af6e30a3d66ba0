// title: {ja: "市町村とテーマの一覧", en: "Municipalities by themes"}
// question: {ja: "各市町村の各テーマに、どれだけの担い手・連携・課題があるか", en: "How many organisations, collaborations and needs does each municipality have for each theme?"}
// parameters:
//   municipality: {type: string, default: null, values: Municipality.name, ja: "市町村。区は市に含める", en: "A municipality that is part of no other; wards count for their city"}
//   theme: {type: string, default: null, values: Theme.name, ja: "テーマ。上位のテーマなら、その下位のテーマすべて", en: "A theme; of a broad one, all its narrower ones"}
//   state: {type: string, default: null, values: [covered, neighbour, none, unknown], ja: "状態。covered 取組あり、neighbour 他地域が担う、none 取組なし、unknown 未把握", en: "State: covered, neighbour (served from elsewhere), none (a need is open, or none is reported) or unknown"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   state: {ja: "状態", en: "State"}
//   organisations: {ja: "所在する担い手の数", en: "Organisations there"}
//   serving: {ja: "域外から来る担い手の数", en: "Serving from elsewhere"}
//   collaborations: {ja: "連携の数(終了を除く)", en: "Collaborations (not ended)"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   reportedNone: {ja: "「取組なし」の回答", en: "Reports none"}
// example: {municipality: 逗子市}
// scans: {ja: "市町村とテーマの組をすべて並べるため", en: "Every municipality is asked about every theme"}
// growth: {ja: "市町村とテーマの組ごとに、そのテーマの課題や担い手を調べるため。テーマの数は組織と共には増えない", en: "For each municipality and theme it looks through what is of the theme, and themes do not become more as organisations do"}
MATCH (place:Municipality)
WHERE NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
  AND ($municipality IS NULL OR $municipality IN [place.id, place.name])
MATCH (topic:Theme)
WHERE NOT EXISTS { (topic)<-[:BROADER]-(:Theme) }
  AND ($theme IS NULL OR EXISTS {
    MATCH (topic)-[:BROADER*0..]->(wide:Theme) WHERE $theme IN [wide.id, wide.name]
  })
WITH place, topic,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)-[:WORKS_ON]->(topic)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT member
  } AS organisations,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:SERVES]-(helper:Organisation)-[:WORKS_ON]->(topic)
    WHERE helper.memberUntil IS NULL AND helper.dissolvedOn IS NULL
      AND NOT EXISTS { (helper)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(place) }
    RETURN DISTINCT helper
  } AS serving,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(work:Collaboration)-[:ADDRESSES]->(topic)
    WHERE coalesce(work.status, 'active') <> 'ended'
    RETURN DISTINCT work
  } AS collaborations,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(need:Need)
    WHERE need.closedOn IS NULL
      AND (EXISTS { (need)-[:TAKES_PLACE_IN|PART_OF*1..2]->(place) }
        OR EXISTS { (need)<-[:HAS_NEED]-()-[:LOCATED_IN|PART_OF*0..2]->(place) })
    RETURN DISTINCT need
  } AS openNeeds,
  EXISTS { (place)-[:REPORTS_NONE]->(:Theme)<-[:BROADER*0..]-(topic) }
    OR EXISTS { (place)<-[:PART_OF]-(:Municipality) } AND NOT EXISTS {
      MATCH (place)<-[:PART_OF]-(ward:Municipality)
      WHERE NOT EXISTS { (ward)-[:REPORTS_NONE]->(:Theme)<-[:BROADER*0..]-(topic) }
    } AS reportedNone
WITH *,
  CASE
    WHEN organisations + collaborations > 0 THEN 'covered'
    WHEN serving > 0 THEN 'neighbour'
    WHEN openNeeds > 0 OR reportedNone THEN 'none'
    ELSE 'unknown'
  END AS state
WHERE $state IS NULL OR state = $state
RETURN place.code AS code, place.name AS municipality, topic.name AS theme, state, organisations, serving, collaborations,
       openNeeds, reportedNone
ORDER BY code, topic.id
