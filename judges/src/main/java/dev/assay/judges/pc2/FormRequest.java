package dev.assay.judges.pc2;

import dev.assay.datasets.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that a question asks for: so many items, sentences, words or paragraphs, a table, code, JSON, a list.
 *
 * @param form what
 * @param count how many; 0 where the form has no number
 */
record FormRequest(Form form, int count) {

    enum Form {
        ITEMS,
        SENTENCES,
        WORDS,
        PARAGRAPHS,
        TABLE,
        CODE,
        JSON,
        LIST
    }

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
            Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("twelve", 12));
    private static final String NUMBER = "(\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";
    private static final Pattern EXTENT = Pattern.compile(
            "\\b(?:in|with|(?<!list )of|to|write|exactly|about|around|than) " + NUMBER + "[ -](?:\\w+ )?(sentence|word|paragraph)s?\\b");
    private static final Pattern ITEMS = Pattern.compile(
            "\\b(?:list|give|name|provide|write|suggest|recommend|generate|create|come up with|brainstorm|tell me|find|propose|make|identify|"
                    + "describe|share|need|want|offer|think of|top|outline)\\b[^.!?\\n]{0,40}?\\b"
                    + NUMBER
                    + "\\s+(?:[\\w-]+\\s+){0,2}?([a-z-]{3,}s)\\b");
    private static final Pattern NO_ITEMS = Pattern.compile(
            "sentences|words|paragraphs|lines|hours|minutes|seconds|days|weeks|months|years|percent|dollars|euros|pages|characters|letters|"
                    + "times|pounds|miles|metres|meters|kilograms|grams|calories|degrees|its|this|is|was|has|does|class");
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:table(?! of contents)|spreadsheet)\\b[^.!?\\n]{0,40}\\b(?:with|of|for|listing|that|showing)\\b"
                    + "|\\b(?:in|as|make|create|give|draw) an? (?:\\w+ )?table\\b(?! of contents)");
    private static final Pattern CODE = Pattern.compile(
            "\\b(?:write|create|implement|give|fix|debug|code|develop|build|provide|correct|make)\\b[^.!?\\n]{0,60}\\b"
                    + "(?:function|(?<!given )(?<!following )code|program|sql|query in|regex|regular expression|html|css|javascript|python|java|"
                    + "c\\+\\+|bash|class that|method that"
                    + "|script(?![^.!?\\n]{0,60}\\b(?:video|scene|movie|film|play|podcast|episode|show|youtube|commercial)\\b))\\b");
    private static final Pattern JSON = Pattern.compile("\\bjson\\b");
    private static final Pattern LIST = Pattern.compile(
            "\\b(?:an? (?:\\w+ )?list of|list (?:the|all|some|out|down)|bullet(?:ed)? (?:points?|list)|step[- ]by[- ]step|steps to|itinerary|"
                    + "outline of)\\b");

    /** What the question asks for, in the order of the forms; each form at most once. */
    static List<FormRequest> in(String question) {
        String text = question.substring(0, Math.min(4000, question.length())).toLowerCase(Locale.ROOT);
        List<FormRequest> requests = new ArrayList<>();
        addItems(text, requests);
        Matcher extent = EXTENT.matcher(text);
        if (extent.find()) {
            Form form = switch (extent.group(2)) {
                case "sentence" -> Form.SENTENCES;
                case "word" -> Form.WORDS;
                default -> Form.PARAGRAPHS;
            };
            requests.add(new FormRequest(form, number(extent.group(1))));
        }
        addIf(TABLE, Form.TABLE, text, requests);
        addIf(CODE, Form.CODE, text, requests);
        addIf(JSON, Form.JSON, text, requests);
        if (requests.isEmpty()) {
            addIf(LIST, Form.LIST, text, requests);
        }
        return requests;
    }

    private static void addItems(String text, List<FormRequest> requests) {
        Matcher items = ITEMS.matcher(text);
        while (items.find()) {
            int count = number(items.group(1));
            if (count >= 2 && count <= 50 && !NO_ITEMS.matcher(items.group(2)).matches()) {
                requests.add(new FormRequest(Form.ITEMS, count));
                return;
            }
        }
    }

    private static void addIf(Pattern pattern, Form form, String text, List<FormRequest> requests) {
        if (pattern.matcher(text).find()) {
            requests.add(new FormRequest(form, 0));
        }
    }

    private static int number(String text) {
        Integer named = NUMBERS.get(text);
        return named == null ? Integer.parseInt(text) : named;
    }

    /** In words: "5 items", "a table". */
    String shown() {
        return switch (form) {
            case ITEMS -> Counted.of(count, "item");
            case SENTENCES -> Counted.of(count, "sentence");
            case WORDS -> Counted.of(count, "word");
            case PARAGRAPHS -> Counted.of(count, "paragraph");
            case TABLE -> "a table";
            case CODE -> "code";
            case JSON -> "JSON";
            case LIST -> "a list";
        };
    }

    /** How far an answer has this form, 0 to 1. */
    double metBy(AnalysedText answer, Layout layout) {
        return switch (form) {
            case ITEMS -> items(answer, layout);
            case SENTENCES -> near(answer.sentences().size());
            // A length in words is seldom kept to the word.
            case WORDS -> answer.length() == 0 ? 0 : Math.min(1, 1.25 * near(answer.length()));
            case PARAGRAPHS -> near(layout.paragraphs());
            case TABLE -> layout.tableRows() >= 2 ? 1 : 0;
            case CODE -> layout.code() ? 1 : 0;
            case JSON -> answer.text().indexOf('{') >= 0 || answer.text().indexOf('[') >= 0 ? 1 : 0;
            case LIST -> layout.items() >= 2 ? 1 : answer.sentences().size() >= 3 || commas(answer) >= 2 ? 0.5 : 0;
        };
    }

    private double items(AnalysedText answer, Layout layout) {
        if (layout.items() > 0) {
            return layout.items() >= count ? Math.max(0.7, near(layout.items())) : near(layout.items());
        }
        int lines = (int) answer.text().lines().filter(line -> !line.isBlank()).count();
        return Math.max(near(lines), Math.max(near(answer.sentences().size()), near(commas(answer) + 1)));
    }

    private double near(int found) {
        return count == 0 ? 0 : Math.min(found, count) / (double) Math.max(found, count);
    }

    private static int commas(AnalysedText answer) {
        return (int) answer.text().chars().filter(c -> c == ',' || c == ';').count();
    }
}
