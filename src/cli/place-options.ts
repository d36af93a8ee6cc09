import { Option } from 'commander';
import type { PlaceFiles } from '../app/place-incidents.ts';

/** What a command is told about places. */
export interface PlaceOptions {
  readonly mapping?: readonly string[];
  readonly gazetteer?: readonly string[];
  readonly sites?: readonly string[];
  readonly control?: readonly string[];
  readonly controlHolder?: string;
}

/** Options of every command that reads tables of incidents. */
export function placeOptions(): readonly Option[] {
  return [
    new Option('--mapping <file...>', 'how tables of your own are read: YAML files (docs/reference/incident-tables.md)'),
    new Option('--gazetteer <path...>', 'names of places: a table of geonames.org, or the Ukrainian code of territories'),
    new Option('--sites <path...>', 'registers of protected sites; an incident keeps the kind of object, never which one'),
    new Option('--control <path...>', 'GeoJSON of who held which area, one file a day, the day in its name'),
    new Option('--control-holder <code>', 'who holds every area of these files; else each area says it in its property "holder"'),
  ];
}

/** The files of these options. */
export function placeFilesOf({ mapping, gazetteer, sites, control, controlHolder }: PlaceOptions): PlaceFiles {
  return {
    ...(mapping === undefined ? {} : { mappings: mapping }),
    ...(gazetteer === undefined ? {} : { gazetteers: gazetteer }),
    ...(sites === undefined ? {} : { sites }),
    ...(control === undefined ? {} : { control }),
    ...(controlHolder === undefined ? {} : { controlHolder }),
  };
}
