SELECT * FROM commits WHERE digest = $digest;
