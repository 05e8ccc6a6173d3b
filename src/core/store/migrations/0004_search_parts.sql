-- Parts of words, for the search: an index of every three letters in a row beside that of the words, which knows only how
-- they begin. Written by hand: the triggers are those of 0003_search, keeping two indexes in step instead of one.
CREATE VIRTUAL TABLE `search_parts` USING fts5(
	words,
	content='', contentless_delete=1,
	tokenize='trigram remove_diacritics 1'
);
--> statement-breakpoint
DROP TRIGGER `search_projects_added`;
--> statement-breakpoint
CREATE TRIGGER `search_projects_added` AFTER INSERT ON `projects` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('project', new.id, new.id);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = new.id),
		new.title
	);
	INSERT INTO `search_parts` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = new.id),
		new.title
	);
END;
--> statement-breakpoint
DROP TRIGGER `search_projects_changed`;
--> statement-breakpoint
CREATE TRIGGER `search_projects_changed` AFTER UPDATE OF `title` ON `projects` BEGIN
	UPDATE `search_words` SET words = new.title
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = new.id);
	UPDATE `search_parts` SET words = new.title
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = new.id);
END;
--> statement-breakpoint
DROP TRIGGER `search_projects_removed`;
--> statement-breakpoint
CREATE TRIGGER `search_projects_removed` AFTER DELETE ON `projects` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = old.id);
	DELETE FROM `search_parts` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'project' AND rowId = old.id;
END;
--> statement-breakpoint
DROP TRIGGER `search_blocks_added`;
--> statement-breakpoint
CREATE TRIGGER `search_blocks_added` AFTER INSERT ON `blocks` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('block', new.id, new.projectId);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = new.id),
		new.text
	);
	INSERT INTO `search_parts` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = new.id),
		new.text
	);
END;
--> statement-breakpoint
DROP TRIGGER `search_blocks_changed`;
--> statement-breakpoint
CREATE TRIGGER `search_blocks_changed` AFTER UPDATE OF `text` ON `blocks` BEGIN
	UPDATE `search_words` SET words = new.text
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = new.id);
	UPDATE `search_parts` SET words = new.text
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = new.id);
END;
--> statement-breakpoint
DROP TRIGGER `search_blocks_removed`;
--> statement-breakpoint
CREATE TRIGGER `search_blocks_removed` AFTER DELETE ON `blocks` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = old.id);
	DELETE FROM `search_parts` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'block' AND rowId = old.id;
END;
--> statement-breakpoint
DROP TRIGGER `search_scenes_added`;
--> statement-breakpoint
CREATE TRIGGER `search_scenes_added` AFTER INSERT ON `scenes` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('scene', new.id, new.projectId);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = new.id),
		concat_ws(' ', new.heading, new.place, new.synopsis)
	);
	INSERT INTO `search_parts` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = new.id),
		concat_ws(' ', new.heading, new.place, new.synopsis)
	);
END;
--> statement-breakpoint
DROP TRIGGER `search_scenes_changed`;
--> statement-breakpoint
CREATE TRIGGER `search_scenes_changed` AFTER UPDATE OF `heading`, `place`, `synopsis` ON `scenes` BEGIN
	UPDATE `search_words` SET words = concat_ws(' ', new.heading, new.place, new.synopsis)
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = new.id);
	UPDATE `search_parts` SET words = concat_ws(' ', new.heading, new.place, new.synopsis)
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = new.id);
END;
--> statement-breakpoint
DROP TRIGGER `search_scenes_removed`;
--> statement-breakpoint
CREATE TRIGGER `search_scenes_removed` AFTER DELETE ON `scenes` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = old.id);
	DELETE FROM `search_parts` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'scene' AND rowId = old.id;
END;
--> statement-breakpoint
DROP TRIGGER `search_shots_added`;
--> statement-breakpoint
CREATE TRIGGER `search_shots_added` AFTER INSERT ON `shots` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('shot', new.id, new.projectId);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = new.id),
		concat_ws(' ', new.description, new.subject, CASE WHEN json_valid(new.dialogue) THEN new.dialogue ->> '$.text' END, new.promptOverride)
	);
	INSERT INTO `search_parts` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = new.id),
		concat_ws(' ', new.description, new.subject, CASE WHEN json_valid(new.dialogue) THEN new.dialogue ->> '$.text' END, new.promptOverride)
	);
END;
--> statement-breakpoint
DROP TRIGGER `search_shots_changed`;
--> statement-breakpoint
CREATE TRIGGER `search_shots_changed` AFTER UPDATE OF `description`, `subject`, `dialogue`, `promptOverride` ON `shots` BEGIN
	UPDATE `search_words` SET words = concat_ws(' ', new.description, new.subject, CASE WHEN json_valid(new.dialogue) THEN new.dialogue ->> '$.text' END, new.promptOverride)
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = new.id);
	UPDATE `search_parts` SET words = concat_ws(' ', new.description, new.subject, CASE WHEN json_valid(new.dialogue) THEN new.dialogue ->> '$.text' END, new.promptOverride)
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = new.id);
END;
--> statement-breakpoint
DROP TRIGGER `search_shots_removed`;
--> statement-breakpoint
CREATE TRIGGER `search_shots_removed` AFTER DELETE ON `shots` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = old.id);
	DELETE FROM `search_parts` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'shot' AND rowId = old.id;
END;
--> statement-breakpoint
INSERT INTO `search_parts` (rowid, words)
	SELECT docid, t.title FROM `projects` t JOIN `search_rows` ON entity = 'project' AND rowId = t.id;
--> statement-breakpoint
INSERT INTO `search_parts` (rowid, words)
	SELECT docid, t.text FROM `blocks` t JOIN `search_rows` ON entity = 'block' AND rowId = t.id;
--> statement-breakpoint
INSERT INTO `search_parts` (rowid, words)
	SELECT docid, concat_ws(' ', t.heading, t.place, t.synopsis) FROM `scenes` t JOIN `search_rows` ON entity = 'scene' AND rowId = t.id;
--> statement-breakpoint
INSERT INTO `search_parts` (rowid, words)
	SELECT docid, concat_ws(' ', t.description, t.subject, CASE WHEN json_valid(t.dialogue) THEN t.dialogue ->> '$.text' END, t.promptOverride) FROM `shots` t JOIN `search_rows` ON entity = 'shot' AND rowId = t.id;
