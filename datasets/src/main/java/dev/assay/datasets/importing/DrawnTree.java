package dev.assay.datasets.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tree drawn with box characters, as in Feedbacker's {@code init_tree_*.md}: for each basis a line with its name in angle brackets,
 * the domain in a line of its own, and below it the branches.
 *
 * <p>Domains are written in lower case, as in the finished tree, so that both are one domain. Of two names in angle brackets on
 * successive lines the first is the basis. A depth is told by the column where a branch begins, whatever the width of the indentation. A
 * node drawn twice at one place is one node.
 */
final class DrawnTree {

    private static final Pattern BASIS = Pattern.compile("<(.+)>");
    private static final Pattern BRANCH = Pattern.compile("([│|\\s\u00a0]*)[├└]─*\\s*(.*)");

    private record Level(int column, String name) {}

    private final TaxonomyReader.Counting handler;
    private final Set<List<String>> drawn = new LinkedHashSet<>();
    private final List<Level> above = new ArrayList<>();
    private String basis = "";
    private String domain = "";

    DrawnTree(TaxonomyReader.Counting handler) {
        this.handler = handler;
    }

    void read(InputStream in) throws IOException {
        // Closed by who opened it.
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            readLine(number++, line.stripTrailing());
        }
    }

    private void readLine(long number, String line) {
        Matcher branch = BRANCH.matcher(line);
        Matcher named = BASIS.matcher(line.strip());
        if (line.isBlank() || line.startsWith("```")) {
            return;
        }
        if (line.indexOf('\ufffd') >= 0) {
            handler.bad(number, "it is not UTF-8: save the file as UTF-8");
        } else if (branch.matches()) {
            readBranch(number, branch.end(1), branch.group(2));
        } else if (named.matches()) {
            readBasis(named.group(1));
        } else {
            readDomain(number, line.strip());
        }
    }

    private void readBasis(String name) {
        if (basis.isEmpty() || !domain.isEmpty()) {
            basis = name;
            domain = "";
            above.clear();
        }
    }

    private void readDomain(long number, String heading) {
        if (basis.isEmpty() || !domain.isEmpty()) {
            handler.bad(number, "a domain stands below a basis (<Task Types>) and above branches (├──), this line does not: " + heading);
            return;
        }
        domain = heading.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT);
        draw(number, List.of(domain));
        draw(number, List.of(domain, basis));
    }

    private void readBranch(long number, int column, String name) {
        if (domain.isEmpty()) {
            handler.bad(number, "this branch stands below no domain");
            return;
        }
        while (!above.isEmpty() && above.getLast().column() >= column) {
            above.removeLast();
        }
        above.add(new Level(column, name));
        List<String> names = new ArrayList<>(List.of(domain, basis));
        above.forEach(level -> names.add(level.name()));
        draw(number, names);
    }

    private void draw(long number, List<String> names) {
        if (drawn.add(List.copyOf(names))) {
            handler.node(number, List.copyOf(names));
        }
    }
}
