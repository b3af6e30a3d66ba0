// title: {ja: "月ごとの行事", en: "Events by month"}
// question: {ja: "月ごとに行事はいくつあり、どれだけの組織と分野が参加し、初めての参加はいくつか", en: "How many events are there in each month, how many organisations and sectors attend, and how many for the first time?"}
// columns:
//   month: {ja: "月", en: "Month"}
//   events: {ja: "行事の数", en: "Events"}
//   organisations: {ja: "参加した組織の数", en: "Organisations"}
//   sectors: {ja: "分野の数", en: "Sectors"}
//   firstTime: {ja: "初参加の組織の数", en: "First-time organisations"}
MATCH (happening:Event)
WHERE happening.date IS NOT NULL
OPTIONAL MATCH (happening)<-[:ATTENDED]-(guest:Organisation)
WITH guest, collect(happening) AS attended, min(happening.date) AS first
UNWIND attended AS happening
WITH date.truncate('month', happening.date) AS month, happening, guest, first
WITH month, count(DISTINCT happening) AS events, count(DISTINCT guest) AS organisations,
     count(DISTINCT guest.sector) AS sectors,
     count(DISTINCT CASE WHEN date.truncate('month', first) = month THEN guest END) AS firstTime
RETURN left(toString(month), 7) AS month, events, organisations, sectors, firstTime
ORDER BY month
