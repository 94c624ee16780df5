package org.guildhall.loyalty.recording;

import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of recording by hand, and the clause they carry out. */
@Configuration(proxyBeanMethods = false)
class RecordingTexts {

    @Bean
    PolicyKind<RecordingPolicy> recordingPolicy() {
        return RecordingPolicy.KIND;
    }

    @Bean
    Clause recordingClause() {
        return new Clause(
                "4.12",
                Clause.texts("人工登记消费", "人工登記消費", "Recording purchases by hand"),
                Clause.texts(
                        "员工人工登记的消费，不得早于会员入会之日；单笔、以及同一人当日为同一会员登记的合计（扣除已退），均不得超过其岗位的上限，超过的由有“登记大额消费”权限的经理办理。"
                                + "越限和补登的尝试均记入审计，以防虚假消费套取积分。导入文件和业务系统按各自的规则。",
                        "員工人工登記的消費，不得早於會員入會之日；單筆、以及同一人當日為同一會員登記的合計（扣除已退），均不得超過其崗位的上限，超過的由有「登記大額消費」權限的經理辦理。"
                                + "越限和補登的嘗試均記入稽核，以防虛假消費套取積分。匯入檔案和業務系統依各自的規則。",
                        "A purchase that staff record by hand lies on or after the day the member joined, and within the limit"
                                + " of the post, as does all that the same person records for the member on one day, less what came"
                                + " back; a manager with the permission for large purchases records what is above it."
                                + " Attempts beyond either are kept in the audit log, since invented purchases are how points are"
                                + " stolen. Files and business systems follow rules of their own."));
    }
}
