package org.guildhall.finance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.access.Needs;
import org.guildhall.finance.CardsOfMonth;
import org.guildhall.finance.ChangePeriod;
import org.guildhall.finance.PeriodAnswer;
import org.guildhall.finance.PeriodEnd;
import org.guildhall.finance.PeriodsView;
import org.guildhall.ledger.PeriodPreview;
import org.guildhall.platform.Sheets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The months of the books. */
@RestController
@RequestMapping("/api/finance/periods")
@Tag(name = "finance")
class PeriodsController {

    private final PeriodEnd periods;

    PeriodsController(PeriodEnd periods) {
        this.periods = periods;
    }

    @GetMapping
    @Operation(operationId = "getPeriods", summary = "Which months are closed, and which is next")
    PeriodsView periods() {
        return periods.periods();
    }

    @GetMapping("/{month}/preview")
    @Operation(operationId = "previewPeriod", summary = "What closing the month would keep, given by its first day")
    PeriodPreview preview(@PathVariable LocalDate month) {
        return periods.preview(month);
    }

    @GetMapping("/{month}/session-cards")
    @Operation(
            operationId = "previewPeriodCards",
            summary = "What closing the month would keep of session cards, given by its first day")
    CardsOfMonth cards(@PathVariable LocalDate month) {
        return periods.cards(month);
    }

    @PostMapping("/close")
    @Operation(operationId = "closePeriod", summary = "Closes the next month, or asks for it")
    @Needs("finance.close")
    PeriodAnswer close(@Valid @RequestBody ChangePeriod command) {
        return periods.close(command);
    }

    @PostMapping("/reopen")
    @Operation(operationId = "reopenPeriod", summary = "Opens the last closed month again, or asks for it")
    @Needs("finance.reopen")
    PeriodAnswer reopen(@Valid @RequestBody ChangePeriod command) {
        return periods.reopen(command);
    }

    @GetMapping("/file")
    @Operation(operationId = "downloadPeriods", summary = "The figures kept, as a file")
    ResponseEntity<byte[]> file(@RequestParam(defaultValue = "CSV") Sheets.Format format, Locale language) {
        var named = ContentDisposition.attachment()
                .filename("periods" + format.suffix())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(periods.file(format, language));
    }
}
