// title: {ja: "市町村ごとのつながりの場と動き", en: "Places in municipalities, and what happens there"}
// question: {ja: "市町村ごとに、つながりの場はいくつあり、人口が分かれば10万人あたりいくつか、終わっていない連携、行事、課題はいくつあるか（行政区は市に含める）", en: "How many places to meet has each municipality, and per 100,000 inhabitants where the population is known, and how many collaborations not ended, events and open needs, wards counted as their city?"}
// columns:
//   municipality: {ja: "市町村", en: "Municipality"}
//   places: {ja: "場の数", en: "Places"}
//   placeKinds: {ja: "場の種別", en: "Kinds"}
//   per100000: {ja: "人口10万人あたり", en: "Per 100,000 inhabitants"}
//   collaborations: {ja: "続く連携の数", en: "Collaborations"}
//   events: {ja: "行事の数", en: "Events"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
MATCH (whole:Municipality)
WHERE NOT EXISTS { (whole)-[:PART_OF]->(:Municipality) } AND coalesce(whole.kind, '') <> 'prefecture'
OPTIONAL MATCH (whole)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(held:Place|Collaboration|Event|Need)
WITH whole, collect(DISTINCT held) AS all
WITH whole, [one IN all WHERE one:Place] AS venues,
     size([one IN all WHERE one:Collaboration AND coalesce(one.status, '') <> 'ended']) AS collaborations,
     size([one IN all WHERE one:Event]) AS events, size([one IN all WHERE one:Need AND one.closedOn IS NULL]) AS openNeeds
RETURN whole.name AS municipality, size(venues) AS places,
       COLLECT { UNWIND venues AS venue WITH DISTINCT venue.kind AS kind WHERE kind IS NOT NULL RETURN kind ORDER BY kind }
         AS placeKinds,
       CASE WHEN whole.population > 0 THEN round(100000.0 * size(venues) / whole.population, 2) END AS per100000,
       collaborations, events, openNeeds
ORDER BY places, openNeeds DESC, whole.code
