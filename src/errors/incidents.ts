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
  TB_INCIDENT_TWICE: { sentence: 'The incident "{id}" stands there twice.', remedy: 'Give every incident an id of its own.' },
} as const;
