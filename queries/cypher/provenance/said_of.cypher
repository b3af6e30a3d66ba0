// title: {ja: "ある組織について書かれていること", en: "What is said of an organisation"}
// question: {ja: "その組織の記載と関係は、どの資料に基づき、いつ、だれが確認したものか", en: "By which sources are the organisation and its ties stated, and when and by whom were they confirmed?"}
// parameters:
//   organisation: {type: string, values: Organisation.id, ja: "組織", en: "Organisation"}
// columns:
//   kind: {ja: "種類", en: "Kind"}
//   name: {ja: "名称", en: "Name"}
//   sources: {ja: "出典", en: "Sources"}
//   confirmedOn: {ja: "確認日", en: "Confirmed on"}
//   confirmedBy: {ja: "確認者", en: "Confirmed by"}
// example: {organisation: ORG-018}
MATCH (one:Organisation {id: $organisation})
CALL (one) {
  RETURN 'Organisation' AS kind, one AS far, one.sources AS ids, null AS confirmedOn, null AS confirmedBy
  UNION ALL
  MATCH (one)-[tie]-(far)
  RETURN type(tie) AS kind, far, tie.sources AS ids, tie.confirmedOn AS confirmedOn, tie.confirmedBy AS confirmedBy
}
RETURN kind, far.name AS name,
       COLLECT { UNWIND ids AS id OPTIONAL MATCH (said:Source {id: id}) RETURN coalesce(said.title, said.name, id) } AS sources,
       confirmedOn, confirmedBy
ORDER BY kind <> 'Organisation', kind, far.id, confirmedOn, confirmedBy
