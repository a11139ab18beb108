package dev.assay.app.reports;

import dev.assay.app.charts.Figure;
import java.util.Map;

/**
 * The figures of a report by the name of their files, without what comes after the dot.
 *
 * @param drawn those that are there
 * @param leftOut why others are not, as without tags there are no domains to compare
 * @param ofSubjects the names of the figures that are of one subject, by subject
 */
record DrawnFigures(Map<String, Figure> drawn, Map<String, String> leftOut, Map<String, String> ofSubjects) {}
