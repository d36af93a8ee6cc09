import { Option } from 'commander';
import { collect } from './collect.ts';

/** Who may decide on embargoes. */
export const editorOption = (): Option =>
  new Option('--editor <name>', 'who may decide on embargoes in this book; give all, with fewer than two none can be shortened').argParser(
    collect,
  );

/** Options of every command whose output goes through the release gate. */
export function gateOptions(): readonly Option[] {
  return [
    new Option('--names <file>', 'names to withhold (YAML); may be repeated').argParser(collect),
    new Option('--overrides <file>', 'decisions on embargoes (see `trucebook embargo`); may be repeated').argParser(collect),
    editorOption(),
    new Option('--replies <file>', 'what parties answer to allegations (JSON lines); may be repeated').argParser(collect),
    new Option(
      '--secret <file>',
      'a file with a random text that keys the ids of what is released; without it they are numbered in every release',
    ),
  ];
}
