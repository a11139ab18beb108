package dev.assay.taxonomy.tree;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a node stands: the names from its domain down to itself. The root's path is empty.
 *
 * <p>Written {@code /coding/Task Types/Debugging}, the root {@code /}, with {@code ~} and {@code /} inside a name written {@code ~0} and
 * {@code ~1} (as in JSON Pointer, RFC 6901).
 *
 * @param names from the domain down; none is blank
 */
public record NodePath(List<String> names) implements Comparable<NodePath> {

    public static final NodePath ROOT = new NodePath(List.of());

    public NodePath {
        names = List.copyOf(names);
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a node of a taxonomy has a blank name, in " + names);
            }
        }
    }

    public static NodePath of(String... names) {
        return new NodePath(Arrays.asList(names));
    }

    /** @throws IllegalArgumentException if the text does not begin with a slash, or a name is blank */
    public static NodePath parse(String text) {
        if (text.equals("/")) {
            return ROOT;
        }
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path of a node begins with a slash, as in /coding/Task Types; this one does not: " + text);
        }
        return new NodePath(Arrays.stream(text.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    public NodePath child(String name) {
        String[] longer = names.toArray(new String[names.size() + 1]);
        longer[names.size()] = name;
        return of(longer);
    }

    /** The path above this one; the root is above itself. */
    public NodePath parent() {
        return names.isEmpty() ? this : new NodePath(names.subList(0, names.size() - 1));
    }

    /** Layers below the root: 0 for the root, 1 for a domain, 2 for a basis. */
    public int depth() {
        return names.size();
    }

    /** The last name; empty for the root. */
    public String name() {
        return names.isEmpty() ? "" : names.getLast();
    }

    @Override
    public int compareTo(NodePath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return names.stream()
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.collectingAndThen(Collectors.joining(), path -> path.isEmpty() ? "/" : path));
    }
}
