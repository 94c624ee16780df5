package org.guildhall.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.guildhall.GuildhallApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.guildhall", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String TABLES = "org.guildhall.jooq";

    @Test
    void modulesUseOnlyWhatTheyName() {
        ApplicationModules.of(GuildhallApplication.class, JavaClass.Predicates.resideInAPackage("org.guildhall.jooq.."))
                .verify();
    }

    @ArchTest
    static final ArchRule kernelKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("org.guildhall.kernel")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.jooq..", "jakarta..");

    @ArchTest
    static final ArchRule onlyStoresAndSearchesSpeakSql = noClasses()
            .that(are(new DescribedPredicate<JavaClass>("not a store, a search, or the platform's own") {
                @Override
                public boolean test(JavaClass type) {
                    var outer = outermost(type);
                    var name = outer.getSimpleName();
                    return !name.endsWith("Store")
                            && !name.endsWith("Search")
                            && !name.endsWith("Scopes")
                            && !name.endsWith("Conditions")
                            && !outer.getPackageName().startsWith("org.guildhall.jooq")
                            && !outer.getPackageName().startsWith("org.guildhall.platform");
                }
            }))
            .should()
            .callMethodWhere(new DescribedPredicate<>("it is jOOQ's DSLContext") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().getName().equals("org.jooq.DSLContext");
                }
            });

    @ArchTest
    static final ArchRule modulesReadOnlyTheirOwnTables = noClasses()
            .should(new ArchCondition<>("use the tables of another module") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (type.getPackageName().startsWith(TABLES)) {
                        return;
                    }
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        var target = dependency.getTargetClass().getPackageName();
                        if (target.startsWith(TABLES + ".")
                                && !module(target, TABLES).equals(module(type.getPackageName(), "org.guildhall"))) {
                            events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule onlyWebSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "org.guildhall.access..", "org.guildhall.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web..");

    @ArchTest
    static final ArchRule controllersLiveInWeb = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAPackage("..web..")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("it reads the machine's clock") {
                private static final Set<String> TYPES =
                        Set.of(Instant.class.getName(), LocalDate.class.getName(), LocalDateTime.class.getName());

                @Override
                public boolean test(JavaCall<?> call) {
                    var owner = call.getTargetOwner().getName();
                    boolean now = call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty()
                            && TYPES.contains(owner);
                    return now
                            || (owner.equals("java.lang.System")
                                    && call.getName().equals("currentTimeMillis"));
                }
            });

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that()
            .resideOutsideOfPackage("org.guildhall.jooq..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|DTO|Dto|VO|PO)");

    private static String module(String packageName, String root) {
        var path = packageName.substring(Math.min(packageName.length(), root.length() + 1));
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(WallsTest::outermost).orElse(type);
    }
}
