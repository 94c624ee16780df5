package org.guildhall.bench;

import java.util.Arrays;
import java.util.List;

/** Runs one measurement by name: {@code Bench <name> [--json]}. */
public final class Bench {

    private static final List<Measurement> ALL = List.of(
            new ImportBench(),
            new LedgerBench(),
            new ApiBench(),
            new SearchBench(),
            new ListBench(),
            new RedeemBench(),
            new CheckoutBench(),
            new ExpiryBench(),
            new TierReviewBench(),
            new SimulateBench());

    private Bench() {}

    /** Something that can be measured. */
    public interface Measurement {

        /** What it is called on the command line. */
        String name();

        /** Measures, saying on standard error how it goes. */
        Figures run() throws Exception;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        var arguments = Arrays.asList(args);
        var name = arguments.stream()
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .orElse("");
        var measurement = ALL.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bench what? one of "
                        + ALL.stream().map(Measurement::name).toList()));
        var figures = measurement.run();
        IO.println(arguments.contains("--json") ? figures.json() : figures.text());
        System.exit(0);
    }
}
