package de.zuruf.app.scoring;

import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.PurchaseModelFit;
import de.zuruf.segment.value.PurchaseProcess;
import de.zuruf.segment.value.SpendingModel;
import de.zuruf.segment.value.SpendingModelFit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** A fit of the value models; see {@link PurchaseModelFit} and {@link SpendingModelFit}. */
@Entity
@Table(name = "value_model")
public class ValueModelRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "value-model")
    @SequenceGenerator(name = "value-model", sequenceName = "value_model_seq", allocationSize = 50)
    Long id;

    @Column(name = "fitted_at")
    Instant fittedAt;

    @Column(name = "as_of")
    LocalDate asOf;

    int regularity;
    double r;
    double alpha;
    double a;
    double b;

    @Column(name = "r_error")
    Double rError;

    @Column(name = "alpha_error")
    Double alphaError;

    @Column(name = "a_error")
    Double aError;

    @Column(name = "b_error")
    Double bError;

    @Column(name = "log_likelihood")
    double logLikelihood;

    long customers;

    /** Names of {@link PurchaseModelFit.Shortcoming}, separated by blanks; empty for none. */
    String shortcomings;

    @Column(name = "spending_p")
    Double spendingP;

    @Column(name = "spending_q")
    Double spendingQ;

    @Column(name = "spending_v")
    Double spendingV;

    @Column(name = "spending_customers")
    long spendingCustomers;

    String quality;

    void set(PurchaseModelFit fit) {
        var model = fit.model();
        regularity = model.process().regularity();
        r = model.r();
        alpha = model.alpha();
        a = model.a();
        b = model.b();
        rError = number(fit.errors().r());
        alphaError = number(fit.errors().alpha());
        aError = number(fit.errors().a());
        bError = number(fit.errors().b());
        logLikelihood = fit.logLikelihood();
        customers = fit.customers();
        shortcomings = fit.shortcomings().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    /** What is not a number has no place in every database's column. */
    private static Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    void set(SpendingModel model, long fittedTo) {
        spendingP = model.p();
        spendingQ = model.q();
        spendingV = model.v();
        spendingCustomers = fittedTo;
    }

    ValueModel toModel() {
        return new ValueModel(
                id,
                asOf,
                new PurchaseModel(PurchaseProcess.mbgCnbd(regularity), r, alpha, a, b),
                spendingP == null ? Optional.empty() : Optional.of(new SpendingModel(spendingP, spendingQ, spendingV)));
    }
}
