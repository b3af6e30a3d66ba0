// Every organisation, with the first of the municipalities where it is located.
MATCH (organisation:Organisation)
OPTIONAL MATCH (organisation)-[:LOCATED_IN]->(municipality:Municipality)
RETURN organisation.id AS id, organisation.name AS name, organisation.corporateNumber AS corporateNumber,
       organisation.formerNames AS formerNames, min(municipality.id) AS municipality
