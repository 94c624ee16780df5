package org.guildhall.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.GuildhallApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Starts the product as it is delivered, with its own clock, for tests that stop or kill it. */
public final class DeliveredProduct {

    private DeliveredProduct() {}

    /** The product on a database and a data folder, a dead instance being noticed within seconds. */
    public static ConfigurableApplicationContext start(
            TestDatabase.Database database, Path data, List<Class<?>> further, String... settings) {
        var sources = new ArrayList<Class<?>>(further);
        sources.add(GuildhallApplication.class);
        var application = new SpringApplication(sources.toArray(Class[]::new));
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        application.setRegisterShutdownHook(false);
        var arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--guildhall.data=" + data,
                "--guildhall.demo=false",
                "--server.port=0",
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=500ms",
                "--db-scheduler.missed-heartbeats-limit=4"));
        arguments.addAll(List.of(settings));
        return application.run(arguments.toArray(String[]::new));
    }

    /** Leaves what tests add to their own contexts out of the scan. */
    static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
