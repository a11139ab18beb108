package dev.assay.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.assay.datasets.study.OwnsTables;
import java.util.List;

/** All classes of the program, without the tests. */
final class House {

    /** In the order of the flow of data: each knows those before it. */
    static final List<String> MODULES = List.of("datasets", "taxonomy", "judges", "app");

    private House() {}

    static JavaClasses load() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
                .importPackages("dev.assay");
    }

    static String moduleOf(JavaClass type) {
        return type.getPackageName().split("\\.", 4)[2];
    }

    /** Whether a class, or the class in which it is nested, owns tables. */
    static DescribedPredicate<JavaClass> ownsTables() {
        return DescribedPredicate.describe("own tables", type -> outermost(type).isAnnotatedWith(OwnsTables.class));
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(House::outermost).orElse(type);
    }
}
