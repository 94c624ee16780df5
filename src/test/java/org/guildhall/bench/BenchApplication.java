package org.guildhall.bench;

import java.nio.file.Path;
import org.guildhall.GuildhallApplication;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product, without the demo company, on a database of a bench. */
final class BenchApplication {

    private BenchApplication() {}

    /** Starts it on a free port of loopback, keeping its files in {@code data}. */
    static ConfigurableApplicationContext start(PGSimpleDataSource database, BenchDatabase server, Path data) {
        return new SpringApplication(GuildhallApplication.class)
                .run(
                        "--spring.datasource.url=" + database.getUrl(),
                        "--spring.datasource.username=" + server.user(),
                        "--spring.datasource.password=" + server.password(),
                        "--guildhall.data=" + data,
                        "--guildhall.demo=false",
                        "--server.port=0",
                        "--logging.level.root=warn");
    }
}
