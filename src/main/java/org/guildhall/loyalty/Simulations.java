package org.guildhall.loyalty;

import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/**
 * What drafts would have made of real history: of loyalty's own policies, and of those that other modules offer as
 * {@link SimulatedPolicy}. A simulation writes nothing but its own result, which stays
 * with the draft and with the version published from it.
 */
public interface Simulations {

    /** Starts one in the background; needs {@code loyalty.simulate}. One at a time for each kind of policy. */
    SimulationView start(StartSimulation command);

    /** Simulations, newest first, without their results; needs {@code loyalty.simulations-read}. */
    Slice<SimulationView> list(SimulationQuery query);

    /** One with its result; members beyond the actor's reach are left out. Needs {@code loyalty.simulations-read}. */
    SimulationView get(UUID id);

    /** Stops it; needs {@code loyalty.simulate}. */
    SimulationView cancel(UUID id);

    /** Writes its figures as a file; needs {@code loyalty.simulate}. */
    JobView export(UUID id, ExportSimulation command);
}
