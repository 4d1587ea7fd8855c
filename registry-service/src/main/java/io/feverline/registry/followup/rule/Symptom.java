package io.feverline.registry.followup.rule;

/**
 * What somebody who is followed up is asked about: the clinical picture of 新型冠状病毒肺炎诊疗方案（试行第七版）, National
 * Health Commission, 2020 (fever, dry cough, fatigue; in some nasal congestion, a running nose, a sore throat, aching
 * muscles and diarrhoea; dyspnoea when it is severe).
 */
public enum Symptom {
    /** Since the last entry, whatever the thermometer shows now. */
    FEVER,
    COUGH,
    FATIGUE,
    DYSPNOEA,
    SORE_THROAT,
    NASAL_CONGESTION,
    RUNNING_NOSE,
    MUSCLE_ACHE,
    DIARRHOEA,
    OTHER
}
