package dev.assay.app.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to know of a language to tell its words apart.
 *
 * @param names by which code blocks call it, in lower case
 * @param keywords in lower case where the language does not tell cases apart
 * @param anyCase whether it does not
 * @param lineComments what begins a comment to the end of the line
 * @param blockComments opening and closing of comments over lines
 * @param longStrings delimiters of strings over lines; longer ones first
 * @param strings delimiters of strings within a line
 * @param characters delimiter of single characters, which may stand alone and mean something else; 0 if none
 * @param markup whether it is tags in text
 */
record Language(
        Set<String> names,
        Set<String> keywords,
        boolean anyCase,
        List<String> lineComments,
        List<Pair> blockComments,
        List<String> longStrings,
        String strings,
        char characters,
        boolean markup) {

    record Pair(String open, String close) {}

    private static final Pair SLASH_STAR = new Pair("/*", "*/");

    private static final Map<String, Language> BY_NAME = byName(List.of(
            language("python py python3 ipython sage")
                    .words("""
                            and as assert async await break case class continue def del elif else except False finally for from global if import in is
                            lambda match None nonlocal not or pass raise return True try while with yield self""")
                    .comments("#").longStrings("\"\"\"", "'''").strings("\"'").build(),
            language("java kotlin kt scala groovy")
                    .words("""
                            abstract assert boolean break byte case catch char class const continue default do double else enum extends false final
                            finally float for fun if implements import in instanceof int interface long native new null object override package
                            permits private protected public record return sealed short static super switch synchronized this throw throws transient
                            true try val var void volatile when while yield""")
                    .comments("//").block(SLASH_STAR).longStrings("\"\"\"").strings("\"").characters('\'').build(),
            language("javascript js jsx typescript ts tsx node mjs")
                    .words("""
                            abstract any as async await boolean break case catch class const continue debugger declare default delete do else enum
                            export extends false finally for from function if implements import in instanceof interface keyof let namespace new null
                            number of private protected public readonly return static string super switch this throw true try type typeof undefined
                            unknown var void while with yield""")
                    .comments("//").block(SLASH_STAR).longStrings("`").strings("\"'").build(),
            language("c cpp c++ cc h hpp objective-c objc cuda arduino")
                    .words("""
                            alignas alignof auto bool break case catch char class const constexpr continue decltype default define delete do double
                            elif else endif enum explicit extern false float for friend goto if ifdef ifndef include inline int long mutable namespace
                            new noexcept nullptr NULL operator override pragma private protected public register return short signed sizeof static
                            struct switch template this throw true try typedef typename union unsigned using virtual void volatile while""")
                    .comments("//").block(SLASH_STAR).strings("\"").characters('\'').build(),
            language("csharp c# cs fsharp")
                    .words("""
                            abstract as async await base bool break byte case catch char class const continue decimal default delegate do double else
                            enum event explicit extern false finally fixed float for foreach get if implicit in init int interface internal is lock
                            long namespace new null object operator out override params private protected public readonly record ref return sbyte
                            sealed set short sizeof static string struct switch this throw true try typeof uint ulong using var virtual void volatile
                            when where while yield""")
                    .comments("//").block(SLASH_STAR).longStrings("\"\"\"").strings("\"").characters('\'').build(),
            language("go golang")
                    .words("""
                            any bool break byte case chan const continue default defer else error fallthrough false float32 float64 for func go goto
                            if import int int32 int64 interface map nil package range return rune select string struct switch true type uint var""")
                    .comments("//").block(SLASH_STAR).longStrings("`").strings("\"").characters('\'').build(),
            language("rust rs")
                    .words("""
                            as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i32 i64 if impl in let loop
                            match mod move mut pub ref return self Self static str String struct super trait true type u32 u64 u8 unsafe use usize
                            where while""")
                    .comments("//").block(SLASH_STAR).strings("\"").characters('\'').build(),
            language("php swift dart ruby rb perl lua")
                    .words("""
                            and as begin break case catch class const continue def default defer do echo else elseif elsif end enum extends extension
                            false final for foreach func function guard if implements import in include init interface let local my namespace new nil
                            not null or override package private protected protocol public repeat require rescue return self static struct sub super
                            switch then this throw throws true try unless until use var void when where while yield""")
                    .comments("//", "# ").block(SLASH_STAR).strings("\"'").build(),
            language("sql mysql postgresql postgres sqlite plsql tsql")
                    .words("""
                            add all alter and as asc avg begin between by case cast check coalesce column commit constraint count create cross
                            database default delete desc distinct drop else end exists false foreign from full group having if in index inner insert
                            int integer into is join key left like limit max min not null offset on or order outer over partition primary references
                            right rollback select set sum table text then true union unique update using values varchar view when where with""")
                    .anyCase().comments("--", "#").block(SLASH_STAR).strings("\"'`").build(),
            language("bash sh shell zsh console terminal powershell ps1 dockerfile makefile")
                    .words("""
                            break case cd continue do done echo elif else esac eval exec exit export fi for function if in local read readonly return
                            select set shift source sudo test then trap unset until while""")
                    .comments("#").strings("\"'").build(),
            language("json json5 jsonc jsonl").words("true false null").comments("//").strings("\"").build(),
            language("yaml yml toml ini").words("true false null yes no").comments("#").strings("\"'").build(),
            language("html xml xhtml svg vue").block(new Pair("<!--", "-->")).strings("\"'").markup().build(),
            language("css scss less")
                    .words("@media @import @keyframes @supports @include @mixin").comments().block(SLASH_STAR).strings("\"'").build(),
            language("r rscript")
                    .words("break else FALSE for function if in library NA next NULL repeat return TRUE while")
                    .comments("#").strings("\"'").build(),
            language("matlab octave julia")
                    .words("begin break catch do else elseif end false for function if in let nothing return struct true try using while")
                    .comments("%", "#").strings("\"").characters('\'').build()));

    /** Empty for a language that is not known: its code is shown as it is. */
    static Optional<Language> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    boolean isKeyword(String word) {
        return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
    }

    private static Map<String, Language> byName(List<Language> languages) {
        Map<String, Language> byName = new HashMap<>();
        languages.forEach(language -> language.names().forEach(name -> byName.put(name, language)));
        return Map.copyOf(byName);
    }

    private static Facts language(String names) {
        return new Facts(Set.of(names.split(" ")));
    }

    /** The facts as they are told, one after the other. */
    private static final class Facts {
        private final Set<String> names;
        private Set<String> keywords = Set.of();
        private boolean anyCase;
        private List<String> lineComments = List.of();
        private List<Pair> blockComments = List.of();
        private List<String> longStrings = List.of();
        private String strings = "";
        private char characters;
        private boolean markup;

        private Facts(Set<String> names) {
            this.names = names;
        }

        private Facts words(String words) {
            keywords = Set.copyOf(Arrays.asList(words.strip().split("\\s+")));
            return this;
        }

        private Facts anyCase() {
            anyCase = true;
            return this;
        }

        private Facts comments(String... openings) {
            lineComments = List.of(openings);
            return this;
        }

        private Facts block(Pair... pairs) {
            blockComments = List.of(pairs);
            return this;
        }

        private Facts longStrings(String... delimiters) {
            longStrings = List.of(delimiters);
            return this;
        }

        private Facts strings(String delimiters) {
            strings = delimiters;
            return this;
        }

        private Facts characters(char delimiter) {
            characters = delimiter;
            return this;
        }

        private Facts markup() {
            markup = true;
            return this;
        }

        private Language build() {
            return new Language(names, keywords, anyCase, lineComments, blockComments, longStrings, strings, characters, markup);
        }
    }
}
