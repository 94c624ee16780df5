package org.guildhall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.testing.DeliveredProduct;
import org.guildhall.testing.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in a process of its own: imports a file, or only starts and sees what goes on by itself; made to be killed. */
public final class ImportingProcess {

    static final String SOURCE = "till";

    private static final Actor MACHINE = new Actor.Machine("import-test");

    private ImportingProcess() {}

    /** Arguments: the database's address, user and password, the data folder, and the file if one is to be imported. */
    public static void main(String[] args) throws Exception {
        var database = new TestDatabase.Database(args[0], args[1], args[2]);
        var product = DeliveredProduct.start(database, Path.of(args[3]), List.of());
        var access = product.getBean(Access.class);
        access.runAs(MACHINE, () -> {
            if (args.length > 4) {
                begin(product.getBean(Imports.class), Path.of(args[4]));
            }
            awaitTheEnd(product);
            return MACHINE;
        });
        Runtime.getRuntime().halt(0);
    }

    private static void begin(Imports imports, Path file) {
        try {
            var upload = imports.upload("till.csv", Files.newInputStream(file), ImportKind.PURCHASES);
            var mapping = Objects.requireNonNull(upload.profile()).mapping();
            var house = ImportSettings.standard(SOURCE);
            var settings = new ImportSettings(
                    house.source(),
                    house.dateOrder(),
                    house.decimalSign(),
                    house.currency(),
                    house.blankAmounts(),
                    ImportSettings.NegativeAmounts.RETURN,
                    house.identicalRows(),
                    house.unknownBuyers(),
                    house.unknownStores(),
                    house.knownMembers(),
                    house.differing(),
                    null);
            imports.prepare(upload.id(), new PrepareImport(ImportKind.PURCHASES, null, mapping, settings));
            imports.start(upload.id());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitTheEnd(ConfigurableApplicationContext product) {
        var imports = product.getBean(Imports.class);
        while (true) {
            var view = imports.list(ImportQuery.all(1)).items().getFirst();
            if (view.state() == ImportState.IMPORTED) {
                return;
            }
            var job = Objects.requireNonNull(view.job());
            if (job.failure() != null) {
                System.err.println("the import failed: " + job.failure());
                Runtime.getRuntime().halt(3);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
