package dev.assay.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules that fail the build. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = House.load();

    @Test
    void aModuleKnowsOnlyThoseBeforeIt() {
        for (int i = 0; i < House.MODULES.size() - 1; i++) {
            String[] later = House.MODULES.stream().skip(i + 1).map(name -> "dev.assay." + name + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("dev.assay." + House.MODULES.get(i) + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(later)
                    .check(HOUSE);
        }
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("dev.assay.(*).(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyTheAppKnowsTheWindowToolkit() {
        noClasses().that().resideOutsideOfPackage("dev.assay.app..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..")
                .check(HOUSE);
    }

    @Test
    void onlyOwnersOfTablesSpeakSql() {
        noClasses().that(not(House.ownsTables())).and().resideOutsideOfPackage("dev.assay.datasets.study..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..")
                .check(HOUSE);
    }

    @Test
    void onlyTheAdapterAndTheEmbeddingKnowLangChain4j() {
        noClasses().that().resideOutsideOfPackages("dev.assay.datasets.models.langchain4j..", "dev.assay.datasets.embedding..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.langchain4j..")
                .check(HOUSE);
    }

    @Test
    void everythingLogsBySlf4j() {
        noClasses().should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.util.logging..", "org.apache.log4j..", "org.apache.logging..", "org.apache.commons.logging.."))
                .orShould().dependOnClassesThat().areAssignableTo(System.Logger.class)
                .check(HOUSE);
    }

    @Test
    void onlyTheCommandLineWritesToTheStandardStreams() {
        noClasses().that().resideOutsideOfPackage("dev.assay.app.cli..").should(ACCESS_STANDARD_STREAMS).check(HOUSE);
    }

    @Test
    void nothingSleeps() {
        noClasses().should()
                .callMethodWhere(JavaCall.Predicates.target(owner(JavaClass.Predicates.assignableTo(Thread.class)))
                        .and(JavaCall.Predicates.target(name("sleep"))))
                .check(HOUSE);
    }

    @Test
    void noStaticFieldCanBeSetAnew() {
        fields().that().areStatic().should().beFinal().check(HOUSE);
    }

    @Test
    void everyPackageIsFreeOfNullsByDefault() {
        List<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(pkg -> !pkg.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    /** A rule over no classes holds always; so these numbers are a little below what was there when they were last looked at. */
    @Test
    void theRulesSeeEveryModule() {
        Map<String, Long> classes = HOUSE.stream().collect(Collectors.groupingBy(House::moduleOf, Collectors.counting()));
        assertThat(classes).containsOnlyKeys(House.MODULES);
        assertThat(classes.get("datasets")).isGreaterThan(100);
        assertThat(classes.get("taxonomy")).isGreaterThan(12);
        assertThat(classes.get("judges")).isGreaterThan(80);
        assertThat(classes.get("app")).isGreaterThan(90);
        assertThat(Stream.of("study", "records", "jobs")).allMatch(room -> HOUSE.containPackage("dev.assay.datasets." + room));
    }
}
