// title: {ja: "記載の足りない会員", en: "Members with details missing"}
// question: {ja: "テーマ、所在地、法人番号などが書かれていない会員はどれか", en: "Of which members are theme, municipality, corporate number or other details not known?"}
// parameters:
//   detail: {type: string, default: null, values: [theme, municipality, sector, legalForm, corporateNumber, nameKana, address, url, memberSince], ja: "これが書かれていない会員だけ（theme はテーマ、municipality は所在する市町村）", en: "Only members without this"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   id: {ja: "ID", en: "Id"}
//   missing: {ja: "記載のない項目", en: "Missing"}
// example: {detail: corporateNumber, limit: 10}
MATCH (member:Organisation)
WHERE member.memberUntil IS NULL
WITH member, [detail IN [
    ['theme', EXISTS { (member)-[:WORKS_ON]->(:Theme) }],
    ['municipality', EXISTS { (member)-[:LOCATED_IN]->(:Municipality) }],
    ['sector', member.sector IS NOT NULL],
    ['legalForm', member.legalForm IS NOT NULL],
    ['corporateNumber', member.corporateNumber IS NOT NULL],
    ['nameKana', member.nameKana IS NOT NULL],
    ['address', member.address IS NOT NULL],
    ['url', member.url IS NOT NULL],
    ['memberSince', member.memberSince IS NOT NULL]
  ] WHERE NOT detail[1] | detail[0]] AS missing
WHERE size(missing) > 0 AND ($detail IS NULL OR $detail IN missing)
RETURN member.name AS organisation, member.id AS id, missing
ORDER BY size(missing) DESC, id
LIMIT $limit
