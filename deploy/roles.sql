-- Once, as PostgreSQL's superuser: psql -v password="'…'" -f deploy/roles.sql
--
-- `millfront` owns the tables, migrates, and works for the platform. It is no superuser, so row
-- security holds it too wherever no policy lets it through. Before it serves a store's request it
-- steps down to `millfront_app`, which sees the rows of one factory only.
CREATE ROLE millfront_app NOLOGIN;
CREATE ROLE millfront LOGIN PASSWORD :password;
GRANT millfront_app TO millfront WITH ADMIN OPTION;
CREATE DATABASE millfront OWNER millfront ENCODING 'UTF8' TEMPLATE template0;
