package org.guildhall.loyalty.simulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.FileExport;
import org.guildhall.access.FileKind;
import org.guildhall.access.FileRequest;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.ExportSimulation;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.platform.FileWords;
import org.springframework.stereotype.Component;

/** The figures of a simulation as a file. */
@Component
record SimulationExport(ListFiles files, SimulationStore store, SimulationLines points, MoneyLines money)
        implements FileExport<SimulationExport.Params> {

    static final FileKind<Params> KIND = new FileKind<>(
            "loyalty.simulation-export",
            Params.class,
            LoyaltyPermissions.SIMULATE,
            "simulation",
            "loyalty.simulation-exported");

    /** Which simulation, and how. */
    record Params(UUID simulation, ExportSimulation asked) implements FileRequest.Held {

        @Override
        public FileRequest request() {
            return asked;
        }
    }

    @Override
    public FileKind<Params> kind() {
        return KIND;
    }

    @Override
    public String name(Params asked, LocalDate today) {
        var simulated = simulated(asked);
        return KIND.name() + "-" + simulated.policy().replace('.', '-') + "-" + simulated.to();
    }

    @Override
    public Map<String, Object> facts(Params asked) {
        return Map.of(
                "simulation",
                asked.simulation().toString(),
                "policy",
                simulated(asked).policy());
    }

    private SimulationStore.Asked simulated(Params asked) {
        return store.find(asked.simulation()).orElseThrow().asked();
    }

    @Override
    public Lines lines(Params asked, Scope scope, FileWords words) {
        var result = store.result(asked.simulation()).orElseThrow();
        var lines = switch (result) {
            case SimulationStore.Result.OfPoints(var of) -> points.of(of, words);
            case SimulationStore.Result.OfMoney(var of) -> money.of(of, words);
        };
        return cursor -> new Slice<>(lines, null, null);
    }
}
