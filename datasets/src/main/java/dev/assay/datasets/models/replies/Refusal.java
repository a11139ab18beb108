package dev.assay.datasets.models.replies;

import java.util.regex.Pattern;

/** The ways in which models decline in prose. Only asked about replies without any object, so that a mistake here names one failure for another. */
final class Refusal {

    private static final int BEGINNING = 300;
    private static final Pattern PHRASES = Pattern.compile(
            "\\b(?:i(?:['’]m| am) (?:sorry|unable to|not able to|not comfortable)"
                    + "|(?:sorry|apologies|apologi[sz]e),? (?:but )?i (?:can(?:['’]t|not)|won['’]t|am unable)"
                    + "|i (?:can(?:['’]t|not)|won['’]t|will not|must decline|have to decline|decline)\\b"
                    + "(?:[^.]{0,40}\\b(?:help|assist|comply|do that|provide|fulfil|evaluate|rate|score|judge|answer|engage|continue)|[^.]{0,15}\\.)"
                    + "|as an ai\\b[^.]{0,60}\\b(?:cannot|can['’]t|unable|not able)"
                    + "|(?:against|violates?) (?:my|our|the) (?:guidelines|polic(?:y|ies)))",
            Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    static boolean isIn(String prose) {
        return PHRASES.matcher(prose).region(0, Math.min(BEGINNING, prose.length())).find();
    }
}
