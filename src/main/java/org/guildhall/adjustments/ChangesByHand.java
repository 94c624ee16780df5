package org.guildhall.adjustments;

import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/**
 * Who gave and took what by hand, of one member at a time; gifts to many are {@link BatchGrants}. Reading needs
 * {@code adjustments.read}: everybody's over the whole company, one member's over that member.
 */
public interface ChangesByHand {

    /** One page, newest first. */
    Slice<ByHandView> list(ByHandQuery query);

    /** Starts an export; needs {@code adjustments.export} too. The job's result names the file to fetch. */
    JobView export(ExportByHand command);
}
