// title: {ja: "種別ごとのつながりの場", en: "Places by kind"}
// question: {ja: "居場所、サロン、子ども食堂など、どの種別の場がいくつ、いくつの市町村にあり、運営する組織が分かっているのはいくつか（行政区は市に含める）", en: "How many places to meet are there of each kind, in how many municipalities, and of how many is it known who runs them, wards counted as their city?"}
// columns:
//   placeKind: {ja: "種別", en: "Kind"}
//   places: {ja: "場の数", en: "Places"}
//   municipalities: {ja: "市町村の数", en: "Municipalities"}
//   withOperator: {ja: "運営者が分かる数", en: "With known operator"}
MATCH (venue:Place)
OPTIONAL MATCH (venue)-[:TAKES_PLACE_IN]->(place:Municipality)
OPTIONAL MATCH (place)-[:PART_OF]->(city:Municipality)
WITH venue, coalesce(city, place) AS whole
RETURN venue.kind AS placeKind, count(DISTINCT venue) AS places, count(DISTINCT whole) AS municipalities,
       count(DISTINCT CASE WHEN EXISTS { (venue)<-[:OPERATES]-(:Organisation) } THEN venue END) AS withOperator
ORDER BY places DESC, placeKind
