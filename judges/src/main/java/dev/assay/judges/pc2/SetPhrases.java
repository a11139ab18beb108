package dev.assay.judges.pc2;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Set phrases of answers that say nothing about what was asked. */
final class SetPhrases {

    /** A sentence with one of these is wholly void. */
    private static final Pattern VOID = Pattern.compile("""
            \\b(?:i hope (?:this|that|it|these|my) (?:\\w+ )?(?:helps?|was helpful|is helpful|answers?)|let me know if|feel free to (?:ask|reach|contact|let)|\
            do not hesitate to|don't hesitate to|great question|good question|happy to help|glad (?:that )?you asked|thank you for asking|thanks for asking|\
            if you have any (?:other |more |further |additional )?questions|needless to say|it goes without saying|when all is said and done|\
            before (?:i|we) (?:begin|start|get started)|let me (?:think|start by|begin by)|if you know what i mean|\
            (?:what|such) an? (?:\\w+ )?(?:great|interesting|wonderful|fascinating|good|lovely|excellent|important) (?:question|topic|request)|\
            i(?: am|'m) (?:so |very |really )?(?:happy|glad|delighted|pleased) to (?:help|answer|assist|be asked)|\
            there are (?:many|a lot of|lots of|so many) (?:different )?(?:things|aspects|factors|ways) (?:to (?:consider|look|think|say)|one could))""",
            Pattern.CASE_INSENSITIVE);

    /** These make a sentence longer without adding to it. */
    private static final Pattern EMPTY = Pattern.compile("""
            \\b(?:as an ai\\b|language model|in conclusion\\b|it(?: is|'s) (?:also )?(?:important|worth|interesting|crucial|essential) (?:to note|noting|to remember|to mention|\
            mentioning|to keep in mind)|please note that|at the end of the day|as (?:i|we) (?:said|mentioned|have said|already said|noted|have mentioned)|\
            as (?:mentioned|noted|stated|said|already mentioned) (?:above|before|earlier|already)?|first and foremost|last but not least|in this day and age|\
            to be (?:perfectly |completely |quite )?honest|as we all know|as everyone knows|all things considered|having said that|that being said|\
            in other words|basically|i would like to (?:say|mention|point out|add)|it should be (?:said|noted|mentioned))""",
            Pattern.CASE_INSENSITIVE);

    private SetPhrases() {}

    /** Whether nothing is lost if the sentence is left out. */
    static boolean isVoid(String sentence) {
        return VOID.matcher(sentence).find();
    }

    /** The first set phrase of a sentence. */
    static Optional<String> in(String sentence) {
        Matcher wholly = VOID.matcher(sentence);
        if (wholly.find()) {
            return Optional.of(wholly.group());
        }
        Matcher partly = EMPTY.matcher(sentence);
        return partly.find() ? Optional.of(partly.group()) : Optional.empty();
    }
}
