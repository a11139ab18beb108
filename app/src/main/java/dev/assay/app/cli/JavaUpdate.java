package dev.assay.app.cli;

import java.lang.Runtime.Version;
import java.util.Optional;

/** Whether the Java update that runs the program is known to be safe with native code in the process. */
final class JavaUpdate {

    /** Before it, G1 may move an object that native code holds pinned (JDK-8377811). */
    private static final Version SAFE = Version.parse("25.0.3");

    private JavaUpdate() {}

    /** What is wrong with this version and what to do; empty if nothing. */
    static Optional<String> warning(Version version) {
        if (version.compareToIgnoreOptional(SAFE) >= 0) {
            return Optional.empty();
        }
        return Optional.of("Java " + version + " has a fault that can crash native code (JDK-8377811): install Java " + SAFE + " or later");
    }
}
