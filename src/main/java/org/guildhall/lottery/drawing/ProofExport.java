package org.guildhall.lottery.drawing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.access.FileExport;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.ExportProof;
import org.guildhall.lottery.Lotteries;
import org.guildhall.lottery.LotteryPermissions;
import org.guildhall.lottery.ProofDraw;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published draws of a lottery as a file: all that is needed beside the seed to recompute them, and no member. */
@Component
record ProofExport(ListFiles files, Lotteries lotteries) implements FileExport<ExportProof> {

    static final FileKind<ExportProof> KIND = new FileKind<>(
            "lottery.export-proof",
            ExportProof.class,
            LotteryPermissions.EXPORT,
            "lottery-proof",
            "lottery.proof-exported");

    @Override
    public FileKind<ExportProof> kind() {
        return KIND;
    }

    @Override
    public String name(ExportProof asked, LocalDate today) {
        return KIND.name() + "-" + codeOf(asked);
    }

    @Override
    public Map<String, Object> facts(ExportProof asked) {
        return Map.of("lottery", codeOf(asked));
    }

    private String codeOf(ExportProof asked) {
        return lotteries.proof(asked.lottery()).code();
    }

    @Override
    public Lines lines(ExportProof asked, Scope scope, FileWords words) {
        return cursor ->
                lotteries.proofDraws(asked.lottery(), cursor, Slice.PAGE_LIMIT).map(row -> cells(asked, row));
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
