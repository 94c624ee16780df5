import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ classes from the migrations: starts a throw-away PostgreSQL, migrates every module's schema as the
 * application does, and writes one package per schema. Skipped while the migrations are unchanged.
 */
void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    Path migrations = Path.of(args[1]);
    String hash = hash(migrations, Path.of("tools/JooqCodegen.java"));
    Path stamp = out.resolve(".stamp");
    if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
        return;
    }
    long start = System.nanoTime();
    List<String> modules = modules(migrations);
    Files.createDirectories(out);
    try (var postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
        DataSource dataSource = postgres.getPostgresDatabase();
        for (String module : modules) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .table("flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .locations("filesystem:" + migrations.resolve(module))
                    .load()
                    .migrate();
        }
        generate(postgres.getJdbcUrl("postgres", "postgres"), modules, out);
    }
    Files.writeString(stamp, hash);
    IO.println("jOOQ classes generated in " + (System.nanoTime() - start) / 1_000_000 + " ms");
}

void generate(String url, List<String> modules, Path out) throws Exception {
    // With a single schema the generator would leave out the package of its name, so the public one is always there too.
    var schemata = Stream.concat(Stream.of("public"), modules.stream())
            .map(module -> new SchemaMappingType().withInputSchema(module))
            .toList();
    GenerationTool.generate(new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(new Jdbc().withUrl(url))
            .withGenerator(new Generator()
                    .withDatabase(new Database()
                            .withName("org.jooq.meta.postgres.PostgresDatabase")
                            .withSchemata(schemata)
                            .withExcludes("pg_trgm.*|gbt.*|.*_dist|.*_p[0-9]+"))
                    .withGenerate(new Generate().withRecords(true).withPojos(false).withJavaTimeTypes(true))
                    .withTarget(new Target()
                            .withPackageName("org.guildhall.jooq")
                            .withDirectory(out.toString())
                            .withClean(true))));
}

List<String> modules(Path migrations) throws IOException {
    var names = new ArrayList<String>();
    try (var folders = Files.list(migrations)) {
        folders.filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .filter(name -> !name.equals("__root"))
                .sorted()
                .forEach(names::add);
    }
    return names;
}

String hash(Path migrations, Path self) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(migrations)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(file.toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
    }
    digest.update(Files.readAllBytes(self));
    return HexFormat.of().formatHex(digest.digest());
}
