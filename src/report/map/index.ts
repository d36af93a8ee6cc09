/** The map of incidents: base map by view, areas hatched by who says so, and what has no place on it. */
export { baseMapSvg, type DrawnOutlines, drawOutlines } from './base-layer.ts';
export { isMapView, MAP_VIEWS, type MapView } from './frame.ts';
export { type LegendEntry, legendOf } from './legend.ts';
export { fittingView, type MapInput, type MapPicture, mapSvg } from './map-svg.ts';
export { groupByPlace, type PlaceGroup, type PlaceKey, placeKeyOf } from './place-groups.ts';
export { placeWords } from './place-words.ts';
