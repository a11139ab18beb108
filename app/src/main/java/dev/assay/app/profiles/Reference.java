package dev.assay.app.profiles;

/** What every subject of a profile is compared with. */
public sealed interface Reference {

    /** The mean of the other subjects on the same queries. */
    record Others() implements Reference {

        @Override
        public String words() {
            return "mean of the others";
        }
    }

    /** One of the subjects. */
    record Chosen(String subject) implements Reference {

        @Override
        public String words() {
            return subject;
        }
    }

    /** As it stands after "against the" or "against". */
    String words();
}
