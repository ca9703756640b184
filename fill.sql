insert into roles(id,name) values (1,'Admin'),(2,'Kasir'),(3,'Marketing');
insert into users(firebase_uid,email,display_name,role_id) values
('uid-sari','sari@example.org','Sari Dewi',1),('uid-rina','rina@example.org','Rina Wati',3),('uid-budi','budi@example.org','Budi Santoso',3),('uid-lia','lia@example.org','Lia Lead',NULL),('uid-null',NULL,'Tanpa Email',NULL);
