import { Tab } from "#components/ui/tab";
import { shownIndicators, shownOf } from "#lib/dashboards/figures/rules";
import { type FormDefinition, type Indicator, sectionOf } from "#lib/reports/form";
import styles from "./figures.module.css";

type Props = {
  form: FormDefinition;
  indicator: Indicator;
  years: string[];
  period: string;
  /** the page itself; `hidden` goes along with the choice */
  action: string;
  hidden?: Record<string, string>;
  /** only some of the form's indicators can be chosen */
  offers?: (indicator: Indicator) => boolean;
};

/** An indicator chosen by its section, then by itself; and the year. */
export function IndicatorForm({ form, indicator, years, period, action, hidden = {}, offers = () => true }: Props) {
  const current = sectionOf(form, indicator.id);
  const offered = (indicators: Indicator[]) => indicators.filter(offers);
  const sections = form.sections.filter((section) => offered(shownOf(section)).length > 0);
  return (
    <>
      <nav className="tabs" aria-label="Mục của biểu mẫu">
        {sections.map((section) => (
          <Tab
            key={section.id}
            label={`Mục ${section.id}`}
            count={offered(shownOf(section)).length}
            href={`${action}?${new URLSearchParams({ ...hidden, period, section: section.id })}`}
            current={section === current}
          />
        ))}
      </nav>
      <form method="get" action={action} className="filters">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          Chỉ tiêu
          <select name="indicator" className={`input ${styles.wide}`} defaultValue={indicator.id}>
            {offered(current ? shownOf(current) : shownIndicators(form)).map(({ id, label }) => (
              <option key={id} value={id}>
                {id}. {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Năm
          <select name="period" className="input" defaultValue={period}>
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn">
          Xem
        </button>
      </form>
    </>
  );
}
