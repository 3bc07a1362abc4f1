-- One figure of all units of the nation is a hundred neighbouring pages of this index instead of a search for each report.
CREATE INDEX "report_figure_of_indicator" ON "report_figure" ("indicator_id", "version_id") INCLUDE ("option", "number", "asked");
