-- ATTACH takes no parameter, so it is written out here, quoted.
select 'ATTACH ''' || replace($path, '''', '''''') || ''' AS "' || replace($name, '"', '""') || '" (READ_ONLY)'
