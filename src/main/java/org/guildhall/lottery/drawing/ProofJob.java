package org.guildhall.lottery.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.ExportProof;
import org.guildhall.lottery.Lotteries;
import org.guildhall.lottery.LotteryPermissions;
import org.guildhall.lottery.ProofDraw;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the published draws of a lottery to a file: all that is needed beside the seed to recompute them, and no member. */
@Component
class ProofJob implements JobKind<ExportProof> {

    static final String CODE = "lottery.export-proof";

    private final Access access;
    private final Lotteries lotteries;
    private final ListFiles files;

    ProofJob(Access access, Lotteries lotteries, ListFiles files) {
        this.access = access;
        this.lotteries = lotteries;
        this.files = files;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportProof> params() {
        return ExportProof.class;
    }

    @Override
    public void run(JobRun<ExportProof> run) {
        access.require(LotteryPermissions.EXPORT);
        var asked = run.params();
        var lottery = lotteries.proof(asked.lottery());
        var sheet = new ListFiles.Sheet(
                "lottery-proof-" + lottery.code(),
                asked.format(),
                FileWords.of("lottery", asked.language()).head("proof"),
                "lottery.proof-exported",
                asked.reason(),
                Map.of("lottery", lottery.code()));
        files.write(
                run,
                sheet,
                cursor -> lotteries
                        .proofDraws(asked.lottery(), cursor, Slice.PAGE_LIMIT)
                        .map(row -> cells(asked, row)));
    }

    /** The message whose HMAC is the draw comes ready to be hashed. */
    private static List<@Nullable Object> cells(ExportProof asked, ProofDraw row) {
        return Arrays.asList(
                asked.lottery() + "|" + row.participant() + "|" + row.number(),
                row.participant(),
                row.number(),
                row.ticket(),
                row.drawn(),
                row.hit(),
                row.given(),
                row.cancelled() ? 1 : 0,
                row.drawnAt().toString());
    }
}
