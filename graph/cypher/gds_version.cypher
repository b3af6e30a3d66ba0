// Fails where GDS is not installed.
RETURN gds.version() AS version
