import { Fragment } from 'react'

/**
 * What people wrote, side by side. Each stands for itself: a name written from right to left would otherwise carry the
 * figures and dots around it to its other side.
 */
export const Apart = ({ names }: Readonly<{ names: readonly string[] }>) =>
  names.map((name, place) => (
    <Fragment key={name}>
      {place === 0 ? null : ' · '}
      <bdi>{name}</bdi>
    </Fragment>
  ))
