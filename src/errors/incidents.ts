/** Incidents, sites and places: tables and files that are imported. */
export const INCIDENT_ERRORS = {
  TB_INCIDENTS_BROKEN: {
    sentence: 'The file of incidents is broken: {reason}.',
    remedy: 'Repair it at the line named; it is a JSON list, or an object with "incidents".',
  },
  TB_INCIDENT_SHAPE: {
    sentence: 'The incident {number} cannot be judged: {reason}.',
    remedy: 'Compare it with docs/reference/incidents.md.',
  },
  TB_INCIDENT_TOO_FINE: {
    sentence: 'The incident {number} has the field "{field}"; sites, positions and damage are never kept.',
    remedy: 'Leave the field out. Class of object, date and region are enough; see docs/explanation/do-no-harm.md.',
  },
  TB_TABLE_FORMAT: {
    sentence: 'The file is no table that can be read; it seems to be {kind}.',
    remedy: 'Save it as .csv, .tsv, .json, .jsonl, .geojson or .xlsx.',
  },
  TB_TABLE_EMPTY: { sentence: 'The file holds no rows.', remedy: 'Leave it out, or export the table again.' },
  TB_TABLE_UNRECOGNISED: {
    sentence: 'No mapping recognises the columns ({columns}).',
    remedy:
      'Name a mapping with --mapping, or say which column is which with --map, as in --map from=Datum; the first line must name the columns.',
  },
  TB_TABLE_COLUMN_MISSING: {
    sentence: 'The table has no column "{column}", which the mapping "{mapping}" needs.',
    remedy: 'Check the first line of the table, or name the column with --map.',
  },
  TB_TABLE_HEADER_TWICE: {
    sentence: 'The column "{name}" stands in the header more than once; the first of them is read.',
    remedy: 'Give every column a name of its own.',
  },
  TB_TABLE_HEADER_TWICE_READ: {
    sentence: 'The column "{name}" stands in the header more than once, and the mapping "{mapping}" reads it.',
    remedy: 'Give every column a name of its own; which of them is meant cannot be guessed.',
  },
  TB_TABLE_HEADER_EMPTY: {
    sentence: 'The column {number} has no name; it is called "{name}".',
    remedy: 'Name it in the first line if it matters.',
  },
  TB_COLUMN_DROPPED: {
    sentence: 'The column "{column}" was dropped: capacity, importance, damage, victims, weapons and the like are never kept.',
    remedy: 'Nothing is needed; see docs/explanation/do-no-harm.md for the reason.',
  },
  TB_COLUMN_UNREAD: {
    sentence: 'The column "{column}" is read by nobody.',
    remedy: 'Leave it, or name it with --map if it says what one of our fields asks for.',
  },
  TB_MAPPING_BROKEN: {
    sentence: 'The mapping cannot be used: {reason}.',
    remedy: 'Compare it with docs/reference/incident-tables.md.',
  },
  TB_MAPPING_UNKNOWN: {
    sentence: 'There is no mapping "{name}".',
    remedy: 'Give one of {known}, or a YAML file of your own.',
  },
  TB_MAPPING_FIELD_UNKNOWN: {
    sentence: 'The field "{field}" of --map is none of ours.',
    remedy: 'Give one of {known}.',
  },
  TB_EXCEL_BROKEN: {
    sentence: 'The Excel file cannot be read: {reason}.',
    remedy: 'Open it in a spreadsheet program and save it again, or as CSV.',
  },
  TB_EXCEL_BOMB: {
    sentence: 'The Excel file was not unpacked: {reason}.',
    remedy: 'No table of incidents is made like that. If you trust its sender, save the sheet as CSV.',
  },
  TB_EXCEL_DOCTYPE: {
    sentence: 'The Excel file declares entities of its own, which no workbook needs.',
    remedy: 'Do not trust it. Save the sheet as CSV if it must be read.',
  },
  TB_EXCEL_SHEETS: {
    sentence: 'The workbook has {count} sheets ({names}); "{name}" was read.',
    remedy: 'Name another one with --sheet.',
  },
  TB_EXCEL_SHEET_MISSING: {
    sentence: 'The workbook has no sheet "{name}"; it has {names}.',
    remedy: 'Name one of them with --sheet.',
  },
  TB_ROW_TOO_LONG: {
    sentence: 'The row is longer than {longest} characters.',
    remedy: 'Shorten it, or check whether a quotation mark is missing; the rows after it were read.',
  },
  TB_ROW_QUOTE_OPEN: {
    sentence: 'A quotation mark is opened in the row and never closed.',
    remedy: 'Close it; inside a quoted cell a quotation mark is written twice. The lines after it were read as rows of their own.',
  },
  TB_ROW_BROKEN: { sentence: 'The row cannot be taken apart: {reason}.', remedy: 'Repair that row; the others were read.' },
  TB_ROW_RAGGED: {
    sentence: 'The row has {cells} cells and the header {columns}.',
    remedy: 'A cell with a delimiter in it must stand in quotation marks; which cell belongs to which column cannot be guessed.',
  },
  TB_ROW_NUL: {
    sentence: 'The cell "{column}" holds a NUL character.',
    remedy: 'Export the table again; the file was damaged.',
  },
  TB_ROW_CELL_TOO_LONG: {
    sentence: 'The cell "{column}" has {length} characters; at most {longest} are read.',
    remedy: 'Keep the paragraph that reports the incident.',
  },
  TB_ROW_NOT_WANTED: { sentence: 'The row was left out: {why}.', remedy: 'Nothing is needed; the mapping says which rows are incidents.' },
  TB_ROW_TERM_UNKNOWN: {
    sentence: 'The mapping has no translation for "{value}" in the column "{column}".',
    remedy: 'Add it to the terms of the mapping.',
  },
  TB_ROW_FIELD_MISSING: {
    sentence: 'The row has no "{field}".',
    remedy: 'Fill it in, or say with --map which column holds it.',
  },
  TB_ROW_CODE_UNKNOWN: {
    sentence: '"{value}" is no {field} that we know.',
    remedy: 'Take a code that docs/reference/incident-tables.md lists.',
  },
  TB_ROW_DATE_BROKEN: {
    sentence: '"{value}" in "{field}" is no date.',
    remedy: 'Write 2025-03, 2025-03-18 or 2025-03-18T02:30Z, or name the form in the mapping.',
  },
  TB_ROW_DATE_FUTURE: {
    sentence: '"{value}" in "{field}" lies in the future.',
    remedy: 'Check whether day and month, or the year, were mistaken.',
  },
  TB_ROW_DATE_OLD: { sentence: '"{value}" in "{field}" lies before 1900.', remedy: 'Check the year.' },
  TB_ROW_END_BEFORE_START: {
    sentence: 'The incident ends ({to}) before it begins ({from}).',
    remedy: 'Check the two dates; they may have been swapped.',
  },
  TB_ROW_COORDINATES_BROKEN: {
    sentence: 'The coordinates "{lat}", "{lon}" are no numbers.',
    remedy: 'Write degrees with a point, such as 49.84 and 24.03, and never only one of the two.',
  },
  TB_ROW_COORDINATES_RANGE: {
    sentence: 'There is no place at latitude {lat}, longitude {lon}.',
    remedy: 'Latitude goes from -90 to 90, longitude from -180 to 180.',
  },
  TB_ROW_COORDINATES_ZERO: {
    sentence: 'The coordinates are 0 and 0, which is a cell that was never filled in.',
    remedy: 'Leave both empty if the place is not known.',
  },
  TB_ROW_COORDINATES_SWAPPED: {
    sentence: 'Latitude and longitude are swapped: {lat}, {lon} is no place {where}; the other way round it is one.',
    remedy: 'Swap the two columns, for the whole table with --map lat=… --map lon=….',
  },
  TB_ROW_PLACE_ELSEWHERE: {
    sentence: 'Rows whose coordinates lie far from the country that they name: {count}.',
    remedy: 'Check the country or the coordinates; the rows were taken as they are.',
  },
  TB_ROW_REGION_UNKNOWN: {
    sentence: 'Rows whose region is not known and was left open: {count}. They name {values}.',
    remedy: 'Write its ISO 3166-2 code, or add the name to src/model/region-names.yaml.',
  },
  TB_ROW_TERRITORY_UNKNOWN: {
    sentence: 'Rows whose state is not known and was left open: {count}. They name {values}.',
    remedy: 'Write its ISO 3166-1 code, or add the name to src/model/territory-names.yaml.',
  },
  TB_ROW_SEVERAL: {
    sentence: 'The row names several for "{field}" ({value}); a report has one.',
    remedy: 'Write one row for each.',
  },
  TB_ROW_NUMBER_BROKEN: {
    sentence: '"{value}" in "{field}" is no count.',
    remedy: 'Write a whole number, or leave the cell empty if the number is not known.',
  },
  TB_SITE_OUTLINE_BROKEN: {
    sentence: 'The outline of the site cannot be read: {reason}.',
    remedy: 'Give GeoJSON: a Point, a Polygon or a MultiPolygon with positions as [longitude, latitude].',
  },
  TB_SITE_CROSSES_ITSELF: {
    sentence: 'The outline of the site crosses itself near longitude {lon}, latitude {lat}.',
    remedy: 'Repair the order of its corners; what lies within cannot be told.',
  },
  TB_ROW_AGAIN: {
    sentence: 'The row has the key of line {first} and says something else; it was merged into that one ({count} such rows in all).',
    remedy: 'Give every row a key of its own, or leave out the version that no longer stands.',
  },
  TB_INCIDENT_TWICE: { sentence: 'The incident "{id}" stands there twice.', remedy: 'Give every incident an id of its own.' },
  TB_GAZETTEER_FORMAT: {
    sentence: 'The gazetteer is in no known form: {reason}.',
    remedy: 'Give a table of geonames.org (19 columns, tabs between) or the Ukrainian code of territories (KATOTTG) as CSV.',
  },
  TB_GAZETTEER_ROW: {
    sentence: 'A row of the gazetteer cannot be used: {reason}.',
    remedy: 'Repair the row, or leave it: the other rows are read.',
  },
  TB_CONTROL_BROKEN: {
    sentence: 'The file of areas cannot be read: {reason}.',
    remedy: 'Give GeoJSON: a collection of features with polygons, in degrees.',
  },
  TB_CONTROL_UNDATED: {
    sentence: 'It is not said for which day the areas hold.',
    remedy: 'Name the day, or put it into the name of the file: areas-2025-03-18.geojson.',
  },
  TB_CONTROL_HOLDER: {
    sentence: 'Of area {number} it is not known who holds it ("{value}").',
    remedy: 'Add the value and its holder to the mapping, or name one holder for all areas.',
  },
  TB_CONTROL_SHAPE: {
    sentence: 'Area {number} cannot be used: {reason}.',
    remedy: 'Only polygons are read; repair the area, the others are kept.',
  },
  TB_CONTROL_CROSSES: {
    sentence: 'An outline of area {number} crosses itself; what lies where it overlaps counts as outside.',
    remedy: 'Repair the outline in the source if the place matters to you; the area is used.',
  },
} as const;
