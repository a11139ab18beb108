package dev.assay.datasets.responding;

import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What one subject has still to answer, read page by page: first the first answer to every query, then the second. */
final class Assignments implements Iterator<Assignment> {

    private static final int PAGE = 500;

    private final Study study;
    private final ModelDefinition subject;
    private final int replicates;
    private final String lastQuery;
    private final ResponseTable responses = new ResponseTable();
    private final Deque<Assignment> page = new ArrayDeque<>();
    private int replicate;
    private String after = "";

    private Assignments(Study study, ModelDefinition subject, int replicates, String lastQuery) {
        this.study = study;
        this.subject = subject;
        this.replicates = replicates;
        this.lastQuery = lastQuery;
    }

    static Assignments of(Study study, RespondSpecification specification, ModelDefinition subject) {
        return new Assignments(study, subject, specification.replicates(), lastQuery(study, specification));
    }

    /** How many there are for all subjects. */
    static long count(Study study, RespondSpecification specification) {
        String last = lastQuery(study, specification);
        return study.read(reading -> {
            long count = 0;
            for (ModelDefinition subject : specification.subjects()) {
                for (int i = 0; i < specification.replicates(); i++) {
                    count += new ResponseTable().countUnanswered(reading, subject.name(), i, last);
                }
            }
            return count;
        });
    }

    private static String lastQuery(Study study, RespondSpecification specification) {
        return study.read(reading -> new QueryTable().idAt(reading, specification.limit().orElse(Integer.MAX_VALUE)).orElse(""));
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && replicate < replicates) {
            List<Query> queries = study.read(reading -> responses.unanswered(reading, subject.name(), replicate, after, lastQuery, PAGE));
            queries.forEach(query -> page.add(new Assignment(subject, query, replicate)));
            if (queries.isEmpty()) {
                replicate++;
                after = "";
            } else {
                after = queries.getLast().id();
            }
        }
        return !page.isEmpty();
    }

    @Override
    public Assignment next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }
}
