package org.guildhall.benefits;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/** Who is entitled to what and why, and what was used. Each write takes the caller's key: the same key does it once. */
public interface Benefits {

    /** What there is today. */
    CatalogueView catalogue();

    /** What the member is entitled to today, in the order of the catalogue. */
    List<EntitlementView> of(MemberId member);

    /** What a member within reach, or served at the counter, can use there by name: no codes, no discounts on purchases. */
    List<EntitlementView> atTheCounter(MemberId member);

    /** Makes out a one-time code. */
    IssuedCode issueCode(IssueCode command, String key);

    /** Says whether a code is good now, and for what; refused with the reason otherwise. */
    CheckedCode check(CheckCode command);

    /** Records a use. */
    UseView use(UseBenefit command, String key);

    /** Takes a use back. */
    UseView takeBack(UUID use, TakeBackUse command, String key);

    /** One page of the uses within reach, the last recorded first. */
    Slice<UseView> uses(UseQuery query);

    /** The use, if its member or its store is within reach. */
    UseView get(UUID use);

    /** What uses cost. */
    List<CostRow> costs(CostQuery query);

    /** Writes what uses cost to a file, within the reach of who may take lists out; the job's result names it. */
    JobView exportCosts(ExportCosts command);

    /** Writes a list of uses to a file; the job's result names it. */
    JobView export(ExportUses command);
}
