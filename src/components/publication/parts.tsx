import type { ReactNode } from "react";
import styles from "./public.module.css";

/** A few things to choose from, side by side where there is room. */
export const Cards = ({ children }: { children: ReactNode }) => <ul className={styles.cards}>{children}</ul>;

/** The number a card is about. */
export const KeyNumber = ({ children }: { children: ReactNode }) => <span className={styles.key}>{children}</span>;

/** Two parts beside each other on a desk, one below the other on a phone. */
export const Split = ({ children }: { children: ReactNode }) => <div className={styles.split}>{children}</div>;
