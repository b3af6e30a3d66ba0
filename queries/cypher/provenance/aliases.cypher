// title: {ja: "ある組織の呼び名", en: "Names of an organisation"}
// question: {ja: "その組織は、どのような名称（name）、読み（nameKana）、英語名称（nameEn）、旧名称（formerName）で知られ、どの記録（record）が同じと判断され、どの組織（predecessor）を引き継いだか", en: "By which name, reading (nameKana), English name (nameEn) and former names is the organisation known, which records were judged to be the same, and which organisations did it take over (predecessor)?"}
// parameters:
//   organisation: {type: string, values: Organisation.id, ja: "組織", en: "Organisation"}
// columns:
//   name: {ja: "呼び名", en: "Name"}
//   kind: {ja: "種類", en: "Kind"}
//   id: {ja: "記録のID", en: "Id of the record"}
// example: {organisation: ORG-001}
MATCH (one:Organisation {id: $organisation})
CALL (one) {
  UNWIND [[1, 'name', one.name], [2, 'nameKana', one.nameKana], [3, 'nameEn', one.nameEn]] AS known
  RETURN known[0] AS rank, known[1] AS kind, known[2] AS name, one.id AS id
  UNION
  UNWIND one.formerNames AS former
  RETURN 4 AS rank, 'formerName' AS kind, former AS name, one.id AS id
  UNION
  MATCH (:Alias {id: one.id})-[:SAME_AS*1..6]-(record:Alias)
  WHERE record.id <> one.id
  RETURN 5 AS rank, 'record' AS kind, record.name AS name, record.id AS id
  UNION
  MATCH (one)<-[:SUCCEEDED_BY*1..6]-(earlier:Organisation)
  RETURN 6 AS rank, 'predecessor' AS kind, earlier.name AS name, earlier.id AS id
}
WITH rank, kind, name, id
WHERE name IS NOT NULL
RETURN name, kind, id
ORDER BY rank, name, id
