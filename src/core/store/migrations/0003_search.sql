-- The words of titles, scripts, scenes and shots, for the search over all projects. Written by hand: the tables are SQLite's
-- own full-text index, which holds no words of its own, and the triggers that keep it in step with every row. `search_rows` says which row an
-- entry is of; it has its own numbers, since a vacuum may give the rows of other tables new ones.
CREATE TABLE `search_rows` (
	`docid` integer PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`rowId` text NOT NULL,
	`projectId` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_rows_by_row` ON `search_rows` (`entity`,`rowId`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5(
	words,
	content='', contentless_delete=1,
	tokenize='unicode61 remove_diacritics 2',
	prefix='2 3'
);
--> statement-breakpoint
CREATE TRIGGER `search_projects_added` AFTER INSERT ON `projects` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('project', new.id, new.id);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = new.id),
		new.title
	);
END;
--> statement-breakpoint
CREATE TRIGGER `search_projects_changed` AFTER UPDATE OF `title` ON `projects` BEGIN
	UPDATE `search_words` SET words = new.title
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_projects_removed` AFTER DELETE ON `projects` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'project' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'project' AND rowId = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_blocks_added` AFTER INSERT ON `blocks` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('block', new.id, new.projectId);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = new.id),
		new.text
	);
END;
--> statement-breakpoint
CREATE TRIGGER `search_blocks_changed` AFTER UPDATE OF `text` ON `blocks` BEGIN
	UPDATE `search_words` SET words = new.text
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_blocks_removed` AFTER DELETE ON `blocks` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'block' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'block' AND rowId = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_scenes_added` AFTER INSERT ON `scenes` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('scene', new.id, new.projectId);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = new.id),
		concat_ws(' ', new.heading, new.place, new.synopsis)
	);
END;
--> statement-breakpoint
CREATE TRIGGER `search_scenes_changed` AFTER UPDATE OF `heading`, `place`, `synopsis` ON `scenes` BEGIN
	UPDATE `search_words` SET words = concat_ws(' ', new.heading, new.place, new.synopsis)
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_scenes_removed` AFTER DELETE ON `scenes` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'scene' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'scene' AND rowId = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_shots_added` AFTER INSERT ON `shots` BEGIN
	INSERT OR REPLACE INTO `search_rows` (`entity`, `rowId`, `projectId`) VALUES ('shot', new.id, new.projectId);
	INSERT INTO `search_words` (rowid, words) VALUES (
		(SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = new.id),
		concat_ws(' ', new.description, new.subject, CASE WHEN json_valid(new.dialogue) THEN new.dialogue ->> '$.text' END, new.promptOverride)
	);
END;
--> statement-breakpoint
CREATE TRIGGER `search_shots_changed` AFTER UPDATE OF `description`, `subject`, `dialogue`, `promptOverride` ON `shots` BEGIN
	UPDATE `search_words` SET words = concat_ws(' ', new.description, new.subject, CASE WHEN json_valid(new.dialogue) THEN new.dialogue ->> '$.text' END, new.promptOverride)
	WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `search_shots_removed` AFTER DELETE ON `shots` BEGIN
	DELETE FROM `search_words` WHERE rowid = (SELECT docid FROM `search_rows` WHERE entity = 'shot' AND rowId = old.id);
	DELETE FROM `search_rows` WHERE entity = 'shot' AND rowId = old.id;
END;
--> statement-breakpoint
INSERT INTO `search_rows` (`entity`, `rowId`, `projectId`) SELECT 'project', `id`, `id` FROM `projects`;--> statement-breakpoint
INSERT INTO `search_words` (rowid, words)
	SELECT docid, t.title FROM `projects` t JOIN `search_rows` ON entity = 'project' AND rowId = t.id;
--> statement-breakpoint
INSERT INTO `search_rows` (`entity`, `rowId`, `projectId`) SELECT 'block', `id`, `projectId` FROM `blocks`;--> statement-breakpoint
INSERT INTO `search_words` (rowid, words)
	SELECT docid, t.text FROM `blocks` t JOIN `search_rows` ON entity = 'block' AND rowId = t.id;
--> statement-breakpoint
INSERT INTO `search_rows` (`entity`, `rowId`, `projectId`) SELECT 'scene', `id`, `projectId` FROM `scenes`;--> statement-breakpoint
INSERT INTO `search_words` (rowid, words)
	SELECT docid, concat_ws(' ', t.heading, t.place, t.synopsis) FROM `scenes` t JOIN `search_rows` ON entity = 'scene' AND rowId = t.id;
--> statement-breakpoint
INSERT INTO `search_rows` (`entity`, `rowId`, `projectId`) SELECT 'shot', `id`, `projectId` FROM `shots`;--> statement-breakpoint
INSERT INTO `search_words` (rowid, words)
	SELECT docid, concat_ws(' ', t.description, t.subject, CASE WHEN json_valid(t.dialogue) THEN t.dialogue ->> '$.text' END, t.promptOverride) FROM `shots` t JOIN `search_rows` ON entity = 'shot' AND rowId = t.id;
