package org.guildhall.loyalty.simulation;

import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.ExportSimulation;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/** Writes the figures of a simulation as a file. */
@Component
class SimulationExportJob implements JobKind<SimulationExportJob.Params> {

    static final String CODE = "loyalty.simulation-export";

    private final Access access;
    private final SimulationStore store;
    private final SimulationLines lines;
    private final ListFiles files;

    SimulationExportJob(Access access, SimulationStore store, SimulationLines lines, ListFiles files) {
        this.access = access;
        this.store = store;
        this.lines = lines;
        this.files = files;
    }

    /** Which simulation, and how. */
    record Params(UUID simulation, ExportSimulation asked) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<Params> params() {
        return Params.class;
    }

    @Override
    public void run(JobRun<Params> run) {
        access.require(LoyaltyPermissions.SIMULATE);
        var id = run.params().simulation();
        var asked = run.params().asked();
        var simulation = store.find(id).orElseThrow().asked();
        var result = store.result(id).orElseThrow();
        var words = FileWords.of("loyalty", asked.language());
        var sheet = new ListFiles.Sheet(
                "simulation-" + simulation.policy().replace('.', '-') + "-" + simulation.to(),
                asked.format(),
                words.head("simulation"),
                "loyalty.simulation-exported",
                asked.reason(),
                Map.of("simulation", id.toString(), "policy", simulation.policy()));
        files.write(run, sheet, cursor -> new Slice<>(lines.of(result, words), null, null));
    }
}
