package dev.assay.app.responses;

import dev.assay.app.text.Document;
import dev.assay.datasets.records.Query;
import dev.assay.judges.Criterion;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the view shows of one query: read at one moment, never changed.
 *
 * @param number of the query in the study, from 1
 * @param place of the query in the list that the person goes through, from 1; 0 if it is not in it
 * @param listed queries in that list
 * @param turns the query as it is shown, one document for each turn
 * @param tags paths of the nodes that it stands under: "coding › Debugging"
 * @param runs of judging in the study, the latest first
 * @param run whose judgments are shown
 * @param criteria of that run for this query
 * @param answers by subject, in alphabetical order
 */
record Sheet(
        Query query,
        int number,
        int place,
        int listed,
        List<Document> turns,
        List<String> tags,
        List<JudgingRun> runs,
        Optional<JudgingRun> run,
        List<Criterion> criteria,
        List<Answer> answers) {

    Sheet {
        turns = List.copyOf(turns);
        tags = List.copyOf(tags);
        runs = List.copyOf(runs);
        criteria = List.copyOf(criteria);
        answers = List.copyOf(answers);
    }

    Optional<Answer> answer(String subject) {
        return answers.stream().filter(answer -> answer.subject().equals(subject)).findFirst();
    }

    Optional<Answer> baseline() {
        return answers.stream().filter(Answer::baseline).findFirst();
    }
}
