package org.guildhall.insights;

import java.util.List;

/** A module's measures; implementations are beans. */
public interface MeasureCatalogue {

    /** The measures, in the order in which a catalogue shows them; codes are unique over all modules. */
    List<Measure> measures();
}
